import type { FormFormat, FormProblem, LossEntry } from '@rozeznanie/core/interchange'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'

/** A form as the server has read it; nothing is stored. */
export interface ReadForm {
  readonly format: FormFormat
  readonly questionnaire: Questionnaire
  readonly report: readonly LossEntry[]
}

/** Why a file was turned away; places are there when the file is a form at all. */
export interface FormRefusal {
  readonly message: string
  readonly problems: readonly FormProblem[]
}

export type FormReply =
  { readonly ok: true; readonly form: ReadForm } | { readonly ok: false; readonly refusal: FormRefusal }

interface RefusalJson {
  readonly message?: string
  readonly problems?: readonly (FormProblem | { readonly path: string })[]
}

function refusalOf({ message = '', problems = [] }: RefusalJson): FormRefusal {
  return { message, problems: problems.flatMap((problem) => ('sheet' in problem ? [problem] : [])) }
}

/** Asks the server to read a file. */
export async function readForm(file: File, offlineMessage: string): Promise<FormReply> {
  const body = new FormData()
  body.append('file', file)
  try {
    const reply = await fetch('/upload/questionnaires/read', {
      method: 'POST',
      body,
      headers: { 'x-rozeznanie': '1' },
    })
    const json: unknown = await reply.json()
    if (!reply.ok) return { ok: false, refusal: refusalOf(json as RefusalJson) }
    const form = json as ReadForm
    return { ok: true, form: { ...form, questionnaire: parseQuestionnaire(form.questionnaire) } }
  } catch {
    return { ok: false, refusal: { message: offlineMessage, problems: [] } }
  }
}
