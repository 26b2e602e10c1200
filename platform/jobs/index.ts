export { jobs } from './contract.ts';
export { openJobQueue, type EnqueueOptions, type JobQueue, type SystemJobs } from './job-queue.ts';
export { defineJob, type Job, type JobRun } from './job.ts';
export { type JobFilter, type JobPage, type JobState, type JobView } from './run-store.ts';
