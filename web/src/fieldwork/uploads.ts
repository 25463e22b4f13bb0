import { type FormProblem, problemsOf } from '../ui/form-problems.ts'

export type UploadReply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly FormProblem[] }

/** Sends a file to a page of the server that belongs to a survey. */
export async function postFile<T>(
  surveyId: string,
  part: 'rescue' | 'structure',
  file: Blob,
  offlineMessage: string,
): Promise<UploadReply<T>> {
  const body = new FormData()
  body.append('file', file, file instanceof File ? file.name : `${part}.json`)
  try {
    const reply = await fetch(`/upload/surveys/${surveyId}/${part}`, {
      method: 'POST',
      body,
      headers: { 'x-rozeznanie': '1' },
    })
    const json: unknown = await reply.json()
    if (reply.ok) return { ok: true, value: json as T }
    return { ok: false, problems: problemsOf(json as { message: string }) }
  } catch {
    return { ok: false, problems: [{ message: offlineMessage }] }
  }
}
