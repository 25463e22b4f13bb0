/** Why something was decided: short, so that decisions can be counted by it. */
export const CORRECTION_REASONS = [
  { code: 'TYPING', label: 'pomyłka przy wpisywaniu' },
  { code: 'PAPER', label: 'sprawdzono z arkuszem papierowym' },
  { code: 'IMPOSSIBLE', label: 'odpowiedź niemożliwa' },
  { code: 'CONTRADICTION', label: 'odpowiedzi przeczą sobie' },
  { code: 'CARELESS', label: 'wypełniona bez czytania pytań' },
  { code: 'TRIAL', label: 'ankieta próbna' },
  { code: 'REPEATED', label: 'ta sama osoba odpowiedziała drugi raz' },
  { code: 'NOT_ELIGIBLE', label: 'osoba spoza badanej grupy' },
  { code: 'PERSONAL_DATA', label: 'dane osobowe w odpowiedzi' },
  { code: 'CHECKED', label: 'sprawdzono, odpowiedzi są wiarygodne' },
  { code: 'MISTAKEN', label: 'poprzednia decyzja była pomyłką' },
  { code: 'OTHER', label: 'inny powód' },
] as const
export type CorrectionReason = (typeof CORRECTION_REASONS)[number]['code']

/** Longest remark, in characters. */
export const LONGEST_REMARK = 500

/** The reason in words; the code itself for one that is no longer on the list. */
export function reasonInWords(code: string): string {
  return CORRECTION_REASONS.find((reason) => reason.code === code)?.label ?? code
}
