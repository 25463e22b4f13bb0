/** How long a person has been answering on this device. */
export interface Stopwatch {
  /** Runs from the first call on. */
  start(): void
  /** Whole seconds so far. */
  seconds(): number
}

/**
 * A stopwatch by a clock that only runs forward, so that setting the time of the device changes nothing.
 *
 * @param now - milliseconds of that clock
 * @param before - seconds counted before the page was loaded anew
 */
export function newStopwatch(now: () => number, before: number | undefined): Stopwatch {
  let began = before === undefined ? null : now()
  return {
    start: () => {
      began ??= now()
    },
    seconds: () => Math.round((before ?? 0) + (began === null ? 0 : (now() - began) / 1000)),
  }
}
