/** Says how far a stage is. `done` may be called often. */
export interface Progress {
  done(count: number): void;
  end(): void;
}

export type StartProgress = (stage: string, all: number | undefined) => Progress;

const WIDTH = 24;
const EVERY_MS = 200;

/** A bar on a terminal, a line for each tenth elsewhere. Writes to standard error. */
export const showProgress: StartProgress = (stage, all) => {
  const out = process.stderr;
  let shownAt = 0;
  let tenth = 0;
  let last = 0;
  const line = (count: number): string => {
    if (all === undefined || all === 0) return `${stage.padEnd(26)} ${count}`;
    const share = Math.min(1, count / all);
    const filled = Math.round(share * WIDTH);
    return `${stage.padEnd(26)} [${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${count} of ${all}`;
  };
  return {
    done(count) {
      last = count;
      const now = Date.now();
      if (out.isTTY) {
        if (now - shownAt < EVERY_MS) return;
        shownAt = now;
        out.write(`\r${line(count)}`);
        return;
      }
      const reached = all === undefined || all === 0 ? 0 : Math.floor((10 * count) / all);
      if (reached <= tenth) return;
      tenth = reached;
      out.write(`${line(count)}\n`);
    },
    end() {
      if (out.isTTY) out.write(`\r${line(last)}\n`);
      else if (tenth < 10) out.write(`${line(last)}\n`);
    },
  };
};

export const noProgress: StartProgress = () => ({ done() {}, end() {} });
