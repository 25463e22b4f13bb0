/** The id of the control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`
}

/** Ids of the hint and the error of a field, as `aria-describedby` wants them. */
export function describedBy(
  name: string,
  { hint, error }: { readonly hint?: string; readonly error?: string },
): string | undefined {
  const id = fieldId(name)
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
