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
