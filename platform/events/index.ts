export { announce, announceAll, openChanges, type Changes } from './changes.ts';
export { openEventBus, type EventBus, type EventBusOptions } from './event-bus.ts';
export { on, type EventHandler, type EventType, type RecordedEvent, type Subscription } from './event-type.ts';
export { publish, publishAll } from './outbox.ts';
export { quietly } from './quietly.ts';
