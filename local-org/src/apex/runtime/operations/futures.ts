/** What future methods call. */
export {enqueueFuture} from '../../../async/future-job.ts';
