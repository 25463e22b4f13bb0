const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads the fields of one object of a template and names the place of a fault. */
export class TemplateReader {
  private readonly fields: Readonly<Record<string, unknown>>

  constructor(
    value: unknown,
    private readonly path: string,
  ) {
    if (!isRecord(value)) throw new Error(`${path}: not an object`)
    this.fields = value
  }

  fault(reason: string): Error {
    return new Error(`${this.path}: ${reason}`)
  }

  text(name: string): string {
    const value = this.fields[name]
    if (typeof value !== 'string' || value.trim() === '') throw this.fault(`${name} has no text`)
    return value
  }

  optionalText(name: string): string | undefined {
    return this.fields[name] === undefined ? undefined : this.text(name)
  }

  flag(name: string): boolean {
    const value = this.fields[name] ?? false
    if (typeof value !== 'boolean') throw this.fault(`${name} is neither true nor false`)
    return value
  }

  texts(name: string): readonly string[] {
    return this.list(name).map((value) => {
      if (typeof value !== 'string' || value === '')
        throw this.fault(`${name} holds something that is not a text`)
      return value
    })
  }

  textMap(name: string): Readonly<Record<string, string>> {
    const value = this.fields[name]
    if (!isRecord(value)) throw this.fault(`${name} is not an object`)
    const reader = new TemplateReader(value, `${this.path}.${name}`)
    return Object.fromEntries(Object.keys(value).map((key) => [key, reader.text(key)]))
  }

  children(name: string): readonly TemplateReader[] {
    return this.list(name).map((value, index) => new TemplateReader(value, `${this.path}.${name}[${index}]`))
  }

  private list(name: string): readonly unknown[] {
    const value = this.fields[name] ?? []
    if (!Array.isArray(value)) throw this.fault(`${name} is not a list`)
    return value
  }
}
