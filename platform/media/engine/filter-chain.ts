import { FilterGraph, Frame, type FilterContext } from 'node-av/lib';
import { AVERROR_EAGAIN, AVERROR_EOF } from 'node-av/constants';
import { demand, present } from './demand.ts';

/** A straight chain of FFmpeg filters with one input and one output. */
export interface FilterChain extends Disposable {
  /** Pushes one frame (null: no more) and hands over every frame that comes out; the frame is valid only during the call. */
  push(frame: Frame | null, onFrame: (frame: Frame) => void): void;
}

/**
 * Builds a chain between a source such as `buffer=video_size=…` and `buffersink` or `abuffersink`.
 * `description` is in FFmpeg's filter syntax.
 */
export function openFilterChain(source: string, description: string, sink: 'buffersink' | 'abuffersink'): FilterChain {
  const graph = new FilterGraph();
  graph.alloc();
  graph.nbThreads = 1;
  const [kind, parameters] = splitOnce(source, '=');
  demand(graph.parsePtr(`${kind}@in=${parameters},${description},${sink}@out`), `building the filter ${description}`);
  demand(graph.configSync(), `configuring the filter ${description}`);
  const input = present(graph.getFilter(`${kind}@in`), 'finding the input of a filter');
  const output = present(graph.getFilter(`${sink}@out`), 'finding the output of a filter');
  const filtered = new Frame();
  filtered.alloc();
  return {
    push: (frame, onFrame) => {
      demand(input.buffersrcAddFrameSync(frame), 'filtering a frame');
      drain(output, filtered, onFrame);
    },
    [Symbol.dispose]: () => {
      filtered.free();
      graph.free();
    },
  };
}

function drain(output: FilterContext, filtered: Frame, onFrame: (frame: Frame) => void): void {
  for (;;) {
    const code = output.buffersinkGetFrameSync(filtered);
    if (code === AVERROR_EAGAIN || code === AVERROR_EOF) return;
    demand(code, 'reading a filtered frame');
    onFrame(filtered);
    filtered.unref();
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return [text.slice(0, at), text.slice(at + 1)];
}
