import type { Fault } from '../fault.ts';

/** Carries a fault out of the depth of a reader to its `write` or `end`, which return it as a value. */
export class XmlRefusal extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.name = 'XmlRefusal';
    this.fault = fault;
  }
}
