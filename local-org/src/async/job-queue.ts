/**
 * Asynchronous Apex of an org: future methods, queueables, batches and scheduled jobs wait here until their transaction has committed and their time has come
 * (`Test.stopTest()` in tests, `org.runDueJobs()` outside). A job is gone with the transaction or savepoint that enqueued it.
 */
export {};
