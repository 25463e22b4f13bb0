import { longDay } from '../polish.ts'
import type { Texts } from '../texts.ts'

/** What the form of an institution says by itself; offices are asked in Polish. */
export const formTexts = {
  whose: (name: string) => `Formularz dla: ${name}`,
  reference: (day: string) => `Stan na dzień ${longDay(day)}`,
  due: (day: string) => `Prosimy o wysłanie do ${longDay(day)}`,
  prefilled: (day: string) =>
    `W formularzu są już odpowiedzi z poprzedniego razu (stan na ${longDay(day)}). Prosimy je przejrzeć i poprawić to, co się zmieniło.`,
  returned:
    'Organizator prosi o poprawki. Uwagi stoją przy pytaniach. Po poprawieniu prosimy wysłać formularz jeszcze raz.',
  remark: 'Uwaga organizatora:',
  saved: 'Wszystko zapisane.',
  saving: 'Zapisujemy…',
  unsaved: 'Nie ma połączenia, ostatnie zmiany nie są jeszcze zapisane. Spróbujemy ponownie za chwilę.',
  conflict:
    'Ten formularz zmieniono w tym czasie na innym komputerze. Ostatnie zmiany z tej strony nie są zapisane. Prosimy odświeżyć stronę.',
  closed: 'Zmiany nie są już zapisywane.',
  closedTitle: 'Formularz nie przyjmuje już zmian',
  reload: 'Odśwież stronę',
  sending: 'Wysyłanie formularza',
  sendingNow: 'Wysyłamy formularz. To potrwa chwilę.',
  failed:
    'Nie udało się wysłać formularza. Nie ma połączenia z internetem albo serwer jest zajęty. Odpowiedzi są zapisane.',
  retry: 'Wyślij jeszcze raz',
  back: 'Wróć do odpowiedzi',
  sentTitle: 'Dziękujemy, formularz jest wysłany',
  sent: 'Organizator go sprawdzi. Jeśli coś będzie niejasne, zwróci go pod tym samym adresem z uwagami.',
  waitingTitle: 'Ten formularz jest wysłany i czeka na sprawdzenie',
  acceptedTitle: 'Ten formularz jest przyjęty',
  accepted: 'Dziękujemy. W sprawie zmian prosimy zadzwonić do organizatora.',
} as const

/** The words of the answering page that would be wrong here: an office answers in its own name, on the server. */
export function institutionWords(words: Texts): Texts {
  return {
    ...words,
    demoNote: 'To przykładowy formularz. Odpowiedzi nie trafią do żadnego urzędu.',
    helpLead: 'Pomoc w wypełnieniu formularza, telefon:',
    start: {
      ...words.start,
      proceed: 'Przejdź do formularza',
      kept: 'Część odpowiedzi jest już zapisana w tym formularzu.',
      storage:
        'Odpowiedzi zapisują się na serwerze organizatora w czasie wypełniania. Wypełnianie można przerwać i wrócić do niego pod tym samym adresem, także na innym komputerze. Strona nie używa plików cookie.',
    },
    check: {
      ...words.check,
      title: 'Sprawdzenie formularza przed wysłaniem',
      lead: 'Każdą odpowiedź można jeszcze zmienić.',
      send: 'Wyślij formularz',
    },
  }
}
