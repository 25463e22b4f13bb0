type Listener = () => void

/** Whether the last word with the server went through; the shell shows a notice while it did not. */
class Connection {
  #isUp = true
  readonly #listeners = new Set<Listener>()

  report(isUp: boolean): void {
    if (this.#isUp === isUp) return
    this.#isUp = isUp
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly isUp = (): boolean => this.#isUp
}

export const connection = new Connection()
