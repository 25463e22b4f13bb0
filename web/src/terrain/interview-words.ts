import type { PublicSurvey } from '@rozeznanie/core/survey'
import { POLISH, saySo } from '../answer/language.ts'
import { speak, type Texts } from '../answer/texts.ts'

const { texts } = POLISH

/** The words of the answering face that are others on an interviewer's tablet. */
const onTablet: Texts = {
  ...texts,
  start: {
    ...texts.start,
    begin: 'Zaczynamy',
    proceed: 'Wróć do pytań',
    kept: 'Część odpowiedzi jest już zapisana na tym tablecie.',
    storage:
      'Odpowiedzi są zapisane na tablecie ankietera, zaszyfrowane. Po wysłaniu na serwer są z niego usuwane. Nie ma przy nich nazwiska ani adresu.',
  },
  check: {
    ...texts.check,
    title: 'Sprawdzenie odpowiedzi',
    lead: 'Każdą odpowiedź można jeszcze zmienić.',
    send: 'Zakończ wywiad',
  },
  restart: { ...texts.restart, link: 'Usuń odpowiedzi i zacznij od nowa' },
  storageOff: 'Odpowiedzi nie udało się zapisać na tablecie.',
}

/** Polish, as an interviewer's tablet says it. */
export function speakPolishOnTablet(survey: PublicSurvey): void {
  saySo(POLISH, POLISH.translate(survey).polish)
  speak(onTablet)
}
