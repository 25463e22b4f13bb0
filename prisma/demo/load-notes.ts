import type { DiArea, NoteDraft, NoteMethod } from '@rozeznanie/core/note'
import type { Context } from '../../server/src/context.ts'
import { releaseQuote } from '../../server/src/note/release-quote.ts'
import { saveNote } from '../../server/src/note/save-note.ts'
import { hasNotes, localityIdsByName } from './demo-state.ts'
import type { DemoCentre } from './region.ts'

const DAY_MS = 86_400_000

interface DemoQuote {
  readonly text: string
  readonly speaker: string
  /** As it stands in the report; absent: not released. */
  readonly released?: string
}

interface DemoNote {
  readonly by: 'organiser' | 'interviewer'
  readonly daysAgo: number
  readonly method: NoteMethod
  readonly village?: string
  readonly place: string
  readonly title: string
  readonly text: string
  readonly diAreas: readonly DiArea[]
  readonly people?: number
  readonly quotes: readonly DemoQuote[]
}

const NOTES: readonly DemoNote[] = [
  {
    by: 'interviewer',
    daysAgo: 3,
    method: 'FIELD',
    village: 'Zbrza',
    place: 'przystanek',
    title: 'Dojazd do przychodni',
    text: 'Trzy osoby czekające na autobus mówiły o tym samym: wizyta u lekarza zajmuje cały dzień, bo powrotny kurs jest dopiero po południu. Zimą starsze osoby rezygnują z wizyt.\n\nWarto sprawdzić, ile osób skorzystałoby z dowozu na telefon.',
    diAreas: ['HORIZONTAL', 'DAILY_SUPPORT'],
    people: 3,
    quotes: [
      {
        text: 'Do lekarza jadę o siódmej, a wracam o trzeciej. W zimie już nie jeżdżę.',
        speaker: 'mieszkanka, ponad 70 lat',
        released: 'Do lekarza jadę o siódmej, a wracam o trzeciej. W zimie już nie jeżdżę.',
      },
    ],
  },
  {
    by: 'organiser',
    daysAgo: 6,
    method: 'GROUP',
    village: 'Bilcza',
    place: 'świetlica',
    title: 'Spotkanie koła gospodyń wiejskich',
    text: 'Panie znają osoby, które mieszkają same i od dawna nigdzie nie wychodzą. Są gotowe gotować dla sąsiadów, jeżeli ktoś zapewni produkty i dowóz. O usługach sąsiedzkich prawie nikt nie słyszał.',
    diAreas: ['DAILY_SUPPORT'],
    people: 14,
    quotes: [
      {
        text: 'My byśmy ugotowały, tylko kto to rozwiezie?',
        speaker: 'członkini koła',
        released: 'My byśmy ugotowały, tylko kto to rozwiezie?',
      },
      {
        text: 'Pani Halina z końca wsi od śmierci męża z nikim nie rozmawia.',
        speaker: 'członkini koła',
      },
    ],
  },
  {
    by: 'organiser',
    daysAgo: 12,
    method: 'INTERVIEW',
    place: 'w domu rozmówczyni',
    title: 'Mama dorosłego syna z niepełnosprawnością',
    text: 'Po ukończeniu szkoły syn siedzi w domu. Najbliższy warsztat terapii zajęciowej nie ma miejsc. Mama nie pracuje i nie ma kto jej zastąpić nawet na kilka godzin.',
    diAreas: ['DISABILITY'],
    people: 1,
    quotes: [
      {
        text: 'Po szkole wszystko się skończyło. Od czterech lat nie byłam sama u fryzjera.',
        speaker: 'mama, około 50 lat',
        released: 'Po szkole wszystko się skończyło. Od czterech lat nie byłam sama u fryzjera.',
      },
    ],
  },
  {
    by: 'interviewer',
    daysAgo: 15,
    method: 'OBSERVATION',
    village: 'Morawica',
    place: 'plac zabaw przy szkole',
    title: 'Młodzież po lekcjach',
    text: 'Po 15.00 na placu zostaje kilkanaście osób w wieku 12–15 lat. Czekają na autobus ponad godzinę; świetlica jest już zamknięta.',
    diAreas: ['FAMILY_CHILDREN'],
    quotes: [],
  },
  {
    by: 'organiser',
    daysAgo: 19,
    method: 'WORKSHOP',
    village: 'Morawica',
    place: 'biblioteka',
    title: 'Warsztat z rodzicami i nauczycielami',
    text: 'Najwięcej kartek zebrał brak psychologa dla dzieci: na wizytę czeka się wiele miesięcy. Rodzice chcieliby jednego miejsca, w którym ktoś powie, dokąd pójść.',
    diAreas: ['FAMILY_CHILDREN', 'MENTAL_HEALTH'],
    people: 22,
    quotes: [
      {
        text: 'Na psychologa czekamy ósmy miesiąc, a syn w tym czasie przestał chodzić do szkoły.',
        speaker: 'tata ucznia',
        released: 'Na psychologa czekamy ósmy miesiąc.',
      },
    ],
  },
]

function draftOf(
  note: DemoNote,
  place: { readonly code: string; readonly localityId: string | null; day: string },
) {
  const draft: NoteDraft = {
    municipalityCode: place.code,
    localityId: place.localityId,
    place: note.place,
    method: note.method,
    notedOn: place.day,
    title: note.title,
    text: note.text,
    diAreas: note.diAreas,
    participantCount: note.people ?? null,
    quotes: note.quotes.map(({ text, speaker }) => ({ number: null, text, speaker })),
  }
  return draft
}

/** Notes from the field of a centre, by its organiser and its interviewer, some of their quotes in the report. */
export async function loadNotes(
  people: { readonly organiser: Context; readonly interviewer: Context },
  { municipalityCode: code }: DemoCentre,
  organisationId: string,
): Promise<void> {
  const { organiser } = people
  if (await hasNotes(organiser.db, organisationId)) return
  const localityIds = await localityIdsByName(organiser.db, code)
  for (const note of NOTES) {
    const day = new Date(organiser.now().getTime() - note.daysAgo * DAY_MS).toISOString().slice(0, 10)
    const localityId = localityIds.get(note.village ?? '') ?? null
    const noteId = await saveNote(
      people[note.by],
      { organisationId },
      draftOf(note, { code, localityId, day }),
    )
    const area = note.diAreas.at(-1)
    for (const [index, { released }] of note.quotes.entries()) {
      if (noteId === null || area === undefined || released === undefined) continue
      await releaseQuote(organiser, { noteId, number: index + 1 }, { text: released, area })
    }
  }
}
