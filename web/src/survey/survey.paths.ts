const SURVEYS = '/ankiety'

/** The list of one's surveys. */
export function surveysPath(): string {
  return SURVEYS
}

/** The page of one survey; `part` names a sister page of it. */
export function surveyPath(
  id: string,
  part?:
    'wyniki' | 'analiza' | 'odpowiedzi-otwarte' | 'import' | 'raport' | 'materialy' | 'wpisywanie' | 'jakosc',
): string {
  return part ? `${SURVEYS}/${id}/${part}` : `${SURVEYS}/${id}`
}

/** The form that opens a survey, with a questionnaire chosen beforehand. */
export function openSurveyPath(questionnaireKey?: string): string {
  const query = questionnaireKey
    ? `?${new URLSearchParams({ kwestionariusz: questionnaireKey }).toString()}`
    : ''
  return `${SURVEYS}/nowa${query}`
}

/** The form that opens a survey, filled with an earlier one. */
export function repeatSurveyPath(surveyId: string): string {
  return `${SURVEYS}/nowa?${new URLSearchParams({ powtorz: surveyId }).toString()}`
}

interface Answerable {
  readonly answerPath: string
  readonly answerUrl?: string | null
}

/** The address that residents open: the installation's public one, else the host of this page. */
export function publicAddress(origin: string, { answerPath, answerUrl }: Answerable): string {
  return answerUrl ?? `${origin}${answerPath}`
}

/** A file of the survey made by the server; `tablet`: for the address of a shared tablet. */
export function surveyFilePath(id: string, file: 'qr.svg' | 'qr.png', of?: 'tablet'): string {
  return `/download/surveys/${id}/${file}${of ? `?dla=${of}` : ''}`
}

type PrintQuery = Readonly<Record<string, string | number>>

/** Something to be printed, made by the server as a PDF. */
export function printPath(id: string, kind: 'poster' | 'leaflet' | 'booklet', query: PrintQuery): string {
  const wanted = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return `/download/surveys/${id}/${kind}.pdf?${wanted.toString()}`
}
