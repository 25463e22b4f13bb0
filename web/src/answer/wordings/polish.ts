import type { PlacedQuestion } from '@rozeznanie/core/questionnaire'
import type { Violation } from '@rozeznanie/core/response'
import { formatNumber, longDay, plural } from '../polish.ts'

/** Everything the answering page says by itself; what a survey says comes from the survey. */
export const polishTexts = {
  code: 'pl',
  day: longDay,
  number: formatNumber,
  languageFailed: 'Nie udało się wczytać tego języka. Prosimy spróbować jeszcze raz za chwilę.',
  olderGone:
    'Pytania tej ankiety zmieniły się w czasie wypełniania. Przepraszamy. Zachowaliśmy odpowiedzi, które pasują do nowych pytań. Prosimy przejść przez nie jeszcze raz.',
  skipToContent: 'Przejdź do treści',
  demo: 'Dane przykładowe',
  demoNote: 'To przykładowa ankieta. Odpowiedzi nie trafią do żadnego urzędu.',
  helpLead: 'Pomoc w wypełnieniu ankiety, telefon:',
  errorTitle: (title: string) => `Błąd: ${title}`,

  start: {
    time: 'Ile to zajmie',
    minutes: (count: number) => `około ${plural(count, 'minuty', 'minut', 'minut')}`,
    until: 'Do kiedy można odpowiadać',
    begin: 'Rozpocznij',
    proceed: 'Wróć do wypełniania',
    kept: 'Część odpowiedzi jest już zapisana na tym urządzeniu. Można do nich wrócić.',
    clause: 'Co dzieje się z moimi odpowiedziami',
    storage:
      'Do chwili wysłania odpowiedzi są zapisane tylko na tym urządzeniu, w tej karcie przeglądarki. Nie znikną po odświeżeniu strony. Po wysłaniu usuwamy je z urządzenia. Można je też usunąć w każdej chwili przyciskiem „Zacznij od nowa”. Strona nie używa plików cookie.',
  },

  look: {
    title: 'Litery i kolory',
    layout: 'Jak pokazać pytania?',
    calm: 'Duże litery, jedno pytanie na ekranie',
    dense: 'Zwykły układ',
    letters: 'Wielkość liter',
    lettersAre: { usual: 'Zwykłe', bigger: 'Większe', biggest: 'Największe' },
    colours: 'Kolory',
    coloursAre: { usual: 'Zwykłe', 'dark-on-light': 'Czarne na białym', 'light-on-dark': 'Jasne na czarnym' },
    take: 'Zmień wygląd',
  },

  who: {
    title: 'Kto odpowiada na pytania?',
    hint: 'Każda odpowiedź jest dobra. Na to pytanie nie trzeba odpowiadać.',
    offer: 'Ktoś pomaga albo odpowiada za inną osobę?',
    SELF: 'Odpowiadam w swoim imieniu',
    ASSISTED: 'Odpowiadam w swoim imieniu, ale ktoś mi pomaga',
    PROXY: 'Odpowiadam za inną osobę',
    proxy: 'Pytania są o tę osobę. Prosimy odpowiadać tak, jak ona by odpowiedziała.',
  },

  reading: {
    start: 'Przeczytaj na głos',
    stop: 'Przestań czytać',
  },

  trap: 'Temat (prosimy zostawić to pole puste)',

  page: {
    back: 'Wstecz',
    next: 'Dalej',
    skip: 'Pomiń',
    toCheck: 'Zapisz i wróć do podsumowania',
    part: (part: number, of: number) => `Część ${part} z ${of}`,
    done: (percent: number) => `za Panem/Panią około ${percent}% ankiety`,
    allDone: 'Wszystkie pytania za Panem/Panią',
    matrixPart: (part: number, of: number) => `ekran ${part} z ${of} tego pytania`,
    required: 'Na to pytanie prosimy odpowiedzieć. Bez tego nie można wysłać ankiety.',
    clear: 'Wyczyść odpowiedź',
    clearRow: 'Wyczyść',
    clearFor: (label: string) => `Wyczyść odpowiedź: ${label}`,
  },

  field: {
    saysMany: (help: string) => help.includes('kilka'),
    chooseMany: 'Można zaznaczyć kilka odpowiedzi.',
    chooseAtMost: (max: number) =>
      `Można zaznaczyć najwyżej ${plural(max, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}.`,
    chosen: (count: number, max: number) => `Zaznaczono ${count} z ${max}.`,
    full: (max: number) =>
      `Zaznaczono już ${plural(max, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}, więcej nie można. Aby zmienić wybór, proszę najpierw odznaczyć jedną z nich.`,
    exclusive: (label: string) => `Zaznaczono „${label}”. Pozostałe zaznaczenia zostały usunięte.`,
    notExclusive: (label: string) => `Zaznaczenie „${label}” zostało usunięte, bo wybrano inną odpowiedź.`,
    otherText: 'Proszę napisać, jakie',
    noNames: 'Prosimy nie wpisywać imion, nazwisk ani adresów.',
    left: (count: number) => `Pozostało: ${plural(count, 'znak', 'znaki', 'znaków')}.`,
    over: (count: number) => `Za długo o ${plural(count, 'znak', 'znaki', 'znaków')}. Prosimy skrócić tekst.`,
    rank: (top: number) =>
      `Proszę wskazać najwyżej ${plural(top, 'odpowiedź', 'odpowiedzi', 'odpowiedzi')}, zaczynając od najważniejszej.`,
    rankNext: 'Kolejne pole pojawi się po wybraniu poprzedniego.',
    rankPlaces: [
      'Na pierwszym miejscu',
      'Na drugim miejscu',
      'Na trzecim miejscu',
      'Na czwartym miejscu',
      'Na piątym miejscu',
    ],
    rankPlace: (place: number) => `Na miejscu ${place}`,
    choose: 'Proszę wybrać',
    localityRefused: 'Nie chcę podawać',
    year: 'Proszę wpisać rok, cztery cyfry.',
    consent: 'Tak, zgadzam się',
    addItem: (name: string) => `Dodaj: ${name}`,
    addAnother: (name: string) => `Dodaj następną pozycję: ${name}`,
    itemTitle: (name: string, number: number) => `${name.charAt(0).toUpperCase()}${name.slice(1)} ${number}`,
    removeItem: (name: string, number: number) => `Usuń: ${name} ${number}`,
    itemRemoved: (name: string, number: number) => `Usunięto: ${name} ${number}.`,
    itemAdded: (name: string, number: number) => `Dodano: ${name} ${number}.`,
    itemsFull: (max: number) => `Można dodać najwyżej ${plural(max, 'pozycję', 'pozycje', 'pozycji')}.`,
    scaleEnds: (low: string, high: string) => `${low}. ${high}.`,
  },

  errors: {
    heading: 'Prosimy o poprawienie odpowiedzi',
    mark: 'Błąd:',
    /** The checks of core speak Polish themselves. */
    say: ({ message }: Violation, _asked: PlacedQuestion | undefined) => message,
  },

  check: {
    title: 'Sprawdzenie odpowiedzi przed wysłaniem',
    lead: 'Każdą odpowiedź można jeszcze zmienić. Po wysłaniu nie będzie to możliwe.',
    noAnswer: 'bez odpowiedzi',
    change: 'Zmień',
    add: 'Odpowiedz',
    of: (label: string) => `odpowiedź na pytanie: ${label}`,
    send: 'Wyślij odpowiedzi',
    places: (place: number, label: string) => `${place}. ${label}`,
    consent: 'tak',
    inItem: (label: string, answer: string) => `${label} ${answer}`,
  },

  sending: {
    title: 'Wysyłanie odpowiedzi',
    now: 'Wysyłamy odpowiedzi. To potrwa chwilę.',
    failedTitle: 'Jeszcze nie udało się wysłać odpowiedzi',
    failed: 'Nie ma połączenia z internetem albo serwer jest zajęty.',
    safe: 'Odpowiedzi są bezpieczne na tym urządzeniu. Prosimy nie zamykać tej karty.',
    retrySoon: 'Spróbujemy ponownie sami, za chwilę. Można też nacisnąć przycisk.',
    retry: 'Wyślij ponownie',
  },

  done: {
    title: 'Dziękujemy za wypełnienie ankiety',
    receipt: 'Numer potwierdzenia',
    keep: 'Numer można zapisać lub sfotografować. Potwierdza, że odpowiedzi do nas dotarły. Nie wskazuje, kto je wysłał.',
    wiped: 'Odpowiedzi zostały usunięte z tego urządzenia. Tę kartę można zamknąć.',
    next: 'Co dalej',
    another: 'Wypełnia kolejna osoba',
  },

  restart: {
    title: 'Usunąć odpowiedzi i zacząć od nowa?',
    lead: 'Odpowiedzi zapisane na tym urządzeniu zostaną usunięte. Nie będzie można ich odzyskać.',
    yes: 'Usuń i zacznij od nowa',
    no: 'Nie, wróć do ankiety',
    link: 'Zacznij od nowa',
  },

  later: {
    park: 'Przerwij i dokończ później',
    resume: 'Mam kod do dokończenia',
  },

  closed: {
    scheduledTitle: 'Ankieta jeszcze się nie rozpoczęła',
    scheduled: (day: string) =>
      `Odpowiadać będzie można od ${day} Zapraszamy wtedy ponownie, pod tym samym adresem.`,
    endedTitle: 'Zbieranie odpowiedzi już się zakończyło',
    ended: (day: string) => `Na tę ankietę można było odpowiadać do ${day}`,
    closed: 'Organizator zamknął tę ankietę. Dziękujemy za zainteresowanie.',
    results: 'Wyniki pokaże organizator, tylko w zestawieniach zbiorczych.',
    refusedTitle: 'Ankieta nie przyjmuje teraz odpowiedzi',
    /** The server's own words. */
    refused: (message: string) => message,
    kept: 'Odpowiedzi nie zostały wysłane. Są nadal zapisane na tym urządzeniu, dopóki karta jest otwarta.',
  },

  conflict: {
    title: 'Ta ankieta została już wysłana',
    lead: 'Z tego urządzenia wysłano wcześniej tę samą ankietę z innymi odpowiedziami. Zachowaliśmy jedne i drugie: na razie liczą się pierwsze, a o drugich zdecyduje organizator.',
    receipt: 'Numer potwierdzenia pierwszego wysłania',
  },

  storageOff:
    'Ta przeglądarka nie pozwala zapisać odpowiedzi na urządzeniu. Prosimy nie odświeżać strony przed wysłaniem.',

  broken: {
    title: 'Przepraszamy, strona się zacięła',
    lead: 'To błąd po naszej stronie. Prosimy odświeżyć stronę. Zapisane odpowiedzi powinny wrócić.',
    call: 'Jeśli to nie pomoże, prosimy zadzwonić. Ankietę można wypełnić przez telefon albo na papierze:',
    callNoNumber:
      'Jeśli to nie pomoże, prosimy zadzwonić do urzędu gminy. Ankietę można wypełnić także na papierze.',
    reload: 'Odśwież stronę',
    missingTitle: 'Nie znaleźliśmy ankiety',
    missing: 'Pod tym adresem nie ma ankiety. Prosimy sprawdzić adres albo zeskanować kod jeszcze raz.',
  },
} as const
