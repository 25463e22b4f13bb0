interface ClauseFacts {
  readonly organisationName: string
  /** In the nominative: „Klimontów”. */
  readonly municipalityName: string
  readonly contactPhone: string
}

/**
 * The information clause offered when a survey is opened; the organiser may change it. Paragraphs are
 * separated by an empty line. It says what the platform really does: no account, no cookie, no address,
 * the time rounded to the day.
 */
export function defaultInformationClause({
  organisationName,
  municipalityName,
  contactPhone,
}: ClauseFacts): string {
  return [
    `Ankietę prowadzi ${organisationName} (gmina: ${municipalityName}). Odpowiedzi posłużą do diagnozy potrzeb mieszkańców i do zaplanowania usług społecznych.`,
    'Udział jest dobrowolny. Można pominąć każde pytanie, na które nie chce się odpowiadać, i przerwać w każdej chwili.',
    'Ankieta jest anonimowa. Nie trzeba zakładać konta ani podawać imienia, nazwiska czy adresu. Strona nie zapisuje plików cookie.',
    'Zapisujemy tylko odpowiedzi, sposób wypełnienia ankiety i dzień jej wysłania. Nie zapisujemy adresu internetowego urządzenia, rodzaju urządzenia ani godziny. Prosimy nie wpisywać w odpowiedziach imion, nazwisk, adresów ani numerów telefonu.',
    'Wyniki pokażemy tylko w zestawieniach zbiorczych, z których nie można rozpoznać pojedynczej osoby.',
    'Ponieważ nie wiemy, kto wypełnił którą ankietę, wysłanych odpowiedzi nie można później odnaleźć, poprawić ani wycofać.',
    `Pytania o ankietę i o ochronę danych osobowych prosimy kierować do: ${organisationName}, tel. ${contactPhone}. Tam także można uzyskać kontakt do inspektora ochrony danych.`,
  ].join('\n\n')
}
