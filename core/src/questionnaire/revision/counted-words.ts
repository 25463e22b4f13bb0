/** The form of a Polish word beside a whole number: 1, then 2–4 (not 12–14), then the rest. */
function form(count: number, one: string, few: string, many: string): string {
  if (count === 1) return one
  const [tens, units] = [count % 100, count % 10]
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many
}

const digits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

/** „132 odpowiedzi używają tej opcji”. */
export function usesOf(count: number, what: string): string {
  const verb = form(count, 'odpowiedź używa', 'odpowiedzi używają', 'odpowiedzi używa')
  return `${digits(count)}\u00a0${verb} ${what}`
}

/** „Na to pytanie są już 2 odpowiedzi.” */
export function answersSoFar(count: number): string {
  const verb = form(count, 'jest już', 'są już', 'jest już')
  return `Na to pytanie ${verb} ${digits(count)}\u00a0${form(count, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}.`
}
