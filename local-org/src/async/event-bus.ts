/**
 * Platform events of an org (Platform Events Developer Guide): `EventBus.publish` and the APIs hand messages in; those that publish after commit wait for it
 * and are dropped by a rollback, the others go out at once. Subscribed triggers run in a transaction of their own as the Automated Process user.
 */
export {};
