import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The process's metrics in Prometheus' form. Names are `altis_<system>_<what>_<unit>`. */
export interface Metrics {
  counter<Label extends string>(name: string, help: string, labels?: readonly Label[]): Counter<Label>;
  gauge<Label extends string>(name: string, help: string, labels?: readonly Label[]): Gauge<Label>;
  /** Buckets are in the unit that the name says. */
  histogram<Label extends string>(
    name: string,
    help: string,
    labels?: readonly Label[],
    buckets?: readonly number[],
  ): Histogram<Label>;
  /** Everything in the text exposition format. */
  render(): Promise<{ readonly contentType: string; readonly body: string }>;
}

const requestSeconds = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** A registry of its own, so that two servers in one process (as tests start them) do not mix their counts. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    counter: (name, help, labels = []) => new Counter({ name, help, labelNames: [...labels], registers }),
    gauge: (name, help, labels = []) => new Gauge({ name, help, labelNames: [...labels], registers }),
    histogram: (name, help, labels = [], buckets = requestSeconds) =>
      new Histogram({ name, help, labelNames: [...labels], buckets: [...buckets], registers }),
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
