/** The parts of the page, as the address calls them. */
export const CODING_PARTS = ['odpowiedzi', 'ksiazka', 'roznice', 'wyniki'] as const
export type CodingPart = (typeof CODING_PARTS)[number]

interface CodingPlace {
  readonly question?: string
  readonly part?: CodingPart
  /** Only answers with this code. */
  readonly code?: string
}

/** Page on which open answers of a survey get codes. */
export function codingPath(surveyId: string, { question, part, code }: CodingPlace = {}): string {
  const query = new URLSearchParams({
    ...(question !== undefined && { pytanie: question }),
    ...(part !== undefined && { czesc: part }),
    ...(code !== undefined && { kod: code }),
  }).toString()
  return `/ankiety/${surveyId}/kodowanie${query === '' ? '' : `?${query}`}`
}
