export { createHealthBoard, type Health, type HealthBoard, type HealthState } from './health-board.ts';
export { createLog, type LogOptions } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { runStopSteps, stopOnSignal, type StopStep } from './stop-gracefully.ts';
