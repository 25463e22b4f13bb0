/** Median and worst of repeated runs, in milliseconds. */
export async function time(runs: number, work: () => unknown): Promise<string> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  const shown = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 10 ? 2 : 0)} ms`
  return runs === 1
    ? shown(times[0]!)
    : `${shown(times[Math.floor(runs / 2)]!)} (worst of ${runs}: ${shown(times.at(-1)!)})`
}

/** One line of the table. */
export const say = (name: string, value: string) => console.log(`${name.padEnd(58)} ${value}`)

export interface Timed {
  /** Median of the runs, in milliseconds. */
  readonly median: number
  /** The quickest of them: on a busy machine the nearest to what a quiet one shows. */
  readonly best: number
  /** Processor time of this process per run, in milliseconds: a busy machine hardly moves it. */
  readonly cpu: number
}

/** Runs work that was run once before, and takes both the clock's time and the processor's. */
export async function timed(runs: number, work: () => unknown): Promise<Timed> {
  const times: number[] = []
  const before = process.cpuUsage()
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((one, other) => one - other)
  return { median: times[Math.floor(runs / 2)]!, best: times[0]!, cpu: (user + system) / 1000 / runs }
}
