type Listener = { readonly topics: ReadonlySet<string>; readonly onChange: (topic: string) => void };

/** Tells listeners that something they show has changed on the server. */
export interface ChangeStream {
  /** Returns the function that ends the subscription. */
  listen(topics: readonly string[], onChange: (topic: string) => void): () => void;
}

/**
 * One connection to `/changes` (server-sent events) for the whole page: browsers allow six per server over
 * HTTP/1.1, and several tabs are usual. A hidden tab gives its connection up. After every gap in the
 * connection each listener is told of each of its topics, since changes may have been missed.
 */
export function createChangeStream(): ChangeStream {
  const listeners = new Set<Listener>();
  let source: EventSource | undefined;
  let openTopics = '';
  let missed = false;
  let scheduled = false;

  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      source?.close();
      source = undefined;
      openTopics = '';
      missed = true;
    } else {
      schedule();
    }
  });

  return {
    listen(topics, onChange) {
      const listener = { topics: new Set(topics), onChange };
      listeners.add(listener);
      schedule();
      return () => {
        listeners.delete(listener);
        schedule();
      };
    },
  };

  // Pages mount and unmount many listeners in one go; they share one new connection.
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setTimeout(() => {
      scheduled = false;
      connect();
    }, 50);
  }

  function connect(): void {
    const topics = [...new Set([...listeners].flatMap((listener) => [...listener.topics]))].sort();
    const wanted = new URLSearchParams(topics.map((topic) => ['topic', topic])).toString();
    if (document.hidden || wanted === openTopics) return;
    // Changes that fall between two connections would be lost without being told afterwards.
    if (source) missed = true;
    source?.close();
    source = undefined;
    openTopics = wanted;
    if (topics.length === 0) return;
    const opened = new EventSource(`/changes?${wanted}`);
    source = opened;
    opened.addEventListener('open', () => {
      if (missed) topics.forEach(tell);
      missed = false;
    });
    opened.addEventListener('changed', (event: MessageEvent<string>) => tell(event.data));
    opened.addEventListener('error', () => {
      missed = true;
      if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
      // The browser gives up after a refusal; a restarting server refuses for a while.
      source = undefined;
      openTopics = '';
      setTimeout(schedule, 2000);
    });
  }

  function tell(topic: string): void {
    for (const listener of listeners) if (listener.topics.has(topic)) listener.onChange(topic);
  }
}
