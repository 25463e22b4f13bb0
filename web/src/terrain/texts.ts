import type {
  BeginRefusal,
  DeviceWarning,
  HoldReason,
  PinFault,
  VisitOutcome,
} from '@rozeznanie/core/terrain'
import { longDay, plural } from '../answer/polish.ts'
import type { Trouble } from './sync.ts'

const interviews = (count: number) => plural(count, 'wywiad', 'wywiady', 'wywiadów')
const isFew = (count: number) =>
  count % 10 >= 2 && count % 10 <= 4 && !(count % 100 >= 12 && count % 100 <= 14)
const be = (count: number) => (count === 1 || !isFew(count) ? 'jest' : 'są')

/** The year and its „r.” stay on one line. */
const dayInWords = (day: string) => longDay(day).replace(/ r\.$/, '\u00a0r.')

const TROUBLES: Readonly<Record<Trouble, string>> = {
  OFFLINE: 'Nie ma połączenia z internetem. Wyślemy, gdy wróci.',
  PORTAL:
    'Ta sieć nie przepuszcza do naszego serwera, na przykład sieć hotelu lub kawiarni chce najpierw własnego logowania. Proszę zalogować się w tej sieci albo użyć innej.',
  SIGNED_OUT: 'Trzeba zalogować się ponownie, żeby wysłać wywiady.',
  BUSY: 'Serwer jest zajęty. Spróbujemy ponownie za chwilę.',
  OTHER_ACCOUNT:
    'W tej przeglądarce zalogowana jest inna osoba niż ta, dla której przygotowano tablet. Proszę zalogować się na własne konto.',
  FAILED: 'Serwer nie potwierdził, że ma wszystko. Spróbujemy ponownie za chwilę.',
}

const HOLDS: Readonly<Record<HoldReason, string>> = {
  CONFLICT:
    'Serwer ma już ten wywiad z innymi odpowiedziami. Obie wersje są zachowane; zdecyduje organizator.',
  CLOSED: 'Ankieta nie przyjmuje już odpowiedzi.',
  REFUSED: 'Serwer nie przyjął odpowiedzi.',
  FORBIDDEN: 'Ta ankieta nie jest już przydzielona do tego konta.',
  UNKNOWN: 'Serwer nie zna tej ankiety.',
  TOO_LARGE: 'Wywiad jest za duży, żeby go wysłać przez tę sieć.',
}

const WARNINGS: Readonly<Record<Exclude<DeviceWarning['kind'], 'UNSENT_LONG' | 'UNSENT_SOON'>, string>> = {
  NOT_PERSISTENT:
    'Przeglądarka nie obiecała, że zachowa dane na tym tablecie. Dlatego wywiady można prowadzić tylko z połączeniem z internetem. Zwykle pomaga zainstalowanie aplikacji na ekranie głównym.',
  NOT_INSTALLED:
    'Na iPhonie i iPadzie dane stron znikają po 7 dniach bez odwiedzin. Dlatego bez internetu można pracować dopiero po dodaniu aplikacji do ekranu początkowego: przycisk „Udostępnij”, potem „Do ekranu początkowego”.',
  NO_ROOM:
    'Na tablecie nie ma miejsca. Nowego wywiadu nie można rozpocząć. Proszę wysłać zebrane wywiady albo usunąć z tabletu niepotrzebne zdjęcia lub aplikacje.',
  LITTLE_ROOM: 'Na tablecie kończy się miejsce. Proszę usunąć niepotrzebne zdjęcia lub aplikacje.',
  WRONG_CLOCK:
    'Zegar tabletu jest źle ustawiony. Kolejność wywiadów i tak jest pewna, ale dzień wizyty może być zły. Proszę poprawić datę w ustawieniach tabletu.',
}

const OUTCOMES: Readonly<Record<VisitOutcome, string>> = {
  INTERVIEWED: 'wywiad przeprowadzony',
  INTERRUPTED: 'wywiad przerwany',
  REFUSED: 'odmowa',
  ABSENT: 'nikogo nie było',
  COME_BACK: 'umówiony inny termin',
  NOT_ELIGIBLE: 'osoba spoza badania',
}

/** Everything that the interviewer's app says by itself. */
export const texts = {
  day: dayInWords,
  appName: 'Rozeznanie w terenie',
  onlyHere: (count: number) =>
    count === 0
      ? 'Wszystkie wywiady są już na serwerze.'
      : `${interviews(count)} ${be(count)} jeszcze tylko na tym tablecie`,
  heldHere: (count: number) =>
    `${plural(count, 'wywiad trzeba', 'wywiady trzeba', 'wywiadów trzeba')} wyjaśnić z organizatorem. Szczegóły są na liście.`,
  visitsHere: (count: number) =>
    `${plural(count, 'zapis wizyty czeka', 'zapisy wizyt czekają', 'zapisów wizyt czeka')} na wysłanie.`,
  sending: 'Wysyłam…',
  sendNow: 'Wyślij teraz',
  heard: (when: string) => `Ostatnie połączenie z serwerem: ${when}.`,
  trouble: (trouble: Trouble) => TROUBLES[trouble],
  hold: (reason: HoldReason) => HOLDS[reason],
  warning: (warning: DeviceWarning) =>
    warning.kind === 'UNSENT_LONG' || warning.kind === 'UNSENT_SOON'
      ? `Od ${plural(warning.days, 'dnia', 'dni', 'dni')} są na tablecie wywiady, których nikt inny nie ma. ${
          warning.kind === 'UNSENT_LONG'
            ? 'Proszę jeszcze dziś połączyć się z internetem albo zapisać plik ratunkowy i przekazać go organizatorowi.'
            : 'Proszę w najbliższych dniach połączyć się z internetem.'
        }`
      : WARNINGS[warning.kind],
  refusal: (refusal: BeginRefusal) => WARNINGS[refusal],
  outcome: (outcome: VisitOutcome) => OUTCOMES[outcome],
  interviews,

  lock: {
    title: 'Proszę podać PIN',
    lead: 'Dane na tym tablecie są zaszyfrowane. Otwiera je tylko PIN.',
    pin: 'PIN albo hasło z kilku słów',
    open: 'Otwórz',
    opening: 'Otwieram…',
    wrong: 'Ten PIN jest zły.',
    wait: (seconds: number) =>
      `Po kilku złych próbach trzeba odczekać. Następna próba za ${plural(seconds, 'sekundę', 'sekundy', 'sekund')}.`,
    forgotten: 'Nie pamiętam PIN-u',
  },
  forgotten: {
    title: 'Nie pamiętam PIN-u',
    lead: 'PIN-u nie da się odczytać ani zmienić: bez niego nikt nie otworzy tego tabletu. Zakończonych wywiadów to nie dotyczy.',
    safe: (count: number) =>
      count === 0
        ? 'Na tablecie nie ma zakończonych wywiadów, które czekałyby na wysłanie.'
        : `${plural(count, 'zakończony wywiad jest zapieczętowany', 'zakończone wywiady są zapieczętowane', 'zakończonych wywiadów jest zapieczętowanych')} dla organizatora. Proszę zapisać plik ratunkowy i przekazać go organizatorowi: wczyta go w Rozeznaniu na stronie ankiety.`,
    lost: (unfinished: number, visits: number) =>
      [
        unfinished > 0 &&
          `${plural(unfinished, 'wywiad niedokończony przepadnie', 'wywiady niedokończone przepadną', 'wywiadów niedokończonych przepadnie')}.`,
        visits > 0 &&
          `${plural(visits, 'zapis wizyty przepadnie', 'zapisy wizyt przepadną', 'zapisów wizyt przepadnie')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    save: 'Zapisz plik ratunkowy',
    saved: 'Plik zapisany. Proszę sprawdzić, że jest w folderze „Pobrane”, i przekazać go organizatorowi.',
    wipeTitle: 'Przygotowanie tabletu od nowa',
    wipeLead: 'Wszystko, co jest na tablecie, zostanie usunięte. Tego nie da się cofnąć.',
    confirm: 'Plik ratunkowy jest już w bezpiecznym miejscu, poza tym tabletem',
    confirmNothing: 'Rozumiem, że dane z tabletu zostaną usunięte',
    wipe: 'Usuń dane i zacznij od nowa',
    back: 'Wróć do wpisania PIN-u',
  },
  setUp: {
    title: 'Przygotowanie tabletu',
    lead: 'Raz trzeba połączyć się z internetem: tablet pobierze przydzielone ankiety. Potem można pracować bez internetu.',
    signIn: 'Krok 1 z 2. Logowanie',
    email: 'Adres e-mail',
    password: 'Hasło',
    submit: 'Zaloguj się',
    checking: 'Sprawdzam…',
    pinTitle: 'Krok 2 z 2. PIN do tego tabletu',
    pinLead: (name: string) =>
      `${name}, proszę wymyślić PIN. Szyfruje on wszystko, co zbierze tablet. Nie znamy go i nie da się go odzyskać.`,
    pinHint:
      'Co najmniej 6 cyfr, które nie idą po kolei. Bezpieczniej: kilka słów, razem co najmniej 12 znaków. Krótki PIN powstrzyma ciekawskich, ale nie kogoś, kto ma tablet i dużo czasu.',
    pin: 'Nowy PIN',
    again: 'Nowy PIN jeszcze raz',
    differ: 'Te dwa wpisy różnią się od siebie.',
    fault: (fault: PinFault) =>
      ({
        TOO_SHORT: 'Za krótko. Trzeba co najmniej 6 cyfr albo 12 znaków.',
        TOO_LONG: 'Za długo. Można wpisać najwyżej 128 znaków.',
        TOO_SIMPLE: 'Ten PIN łatwo zgadnąć. Proszę wymyślić mniej regularny.',
      })[fault],
    finish: 'Zapisz PIN i otwórz',
    finishing: 'Zapisuję…',
    wrongAccount: 'To konto innej osoby. Ten tablet jest przygotowany dla kogoś innego.',
  },
  home: {
    title: 'Wywiady',
    lock: 'Zablokuj',
    refresh: 'Sprawdź, co nowego',
    install: 'Zainstaluj aplikację',
    installLead: 'Zainstalowana aplikacja otwiera się jak każda inna i pewniej przechowuje dane.',
    update: 'Jest nowa wersja aplikacji.',
    updateNow: 'Zainstaluj teraz',
    updateLater: 'Jest nowa wersja, zainstaluje się po zakończeniu wywiadu.',
    unfinished: 'Niedokończone wywiady',
    resume: 'Wróć do wywiadu',
    remove: 'Usuń',
    begunOn: (day: string) => `rozpoczęty ${dayInWords(day)}`,
    surveys: 'Przydzielone ankiety',
    none: 'Do tego konta nie jest przydzielona żadna ankieta. Przydziela je organizator. Potem proszę nacisnąć „Sprawdź, co nowego”.',
    begin: 'Rozpocznij wywiad',
    visit: 'Zapisz wizytę bez wywiadu',
    until: (day: string) => `do ${dayInWords(day)}`,
    notYet: (day: string) => `Zaczyna się ${dayInWords(day)}`,
    over: 'Zbieranie odpowiedzi już się skończyło. Rozpoczęte wywiady można dokończyć.',
    gone: 'Ta ankieta nie jest już przydzielona. Rozpoczęte wywiady można dokończyć.',
    wholeMunicipality: 'cała gmina',
    elsewhere: 'inne miejsca',
    done: (done: number, target: number | null) => (target === null ? String(done) : `${done} z ${target}`),
    place: 'Miejsce',
    own: 'Moje wywiady',
    comeBack: 'Umówione powroty',
    ledger: 'Lista wysłanych i czekających',
    signIn: 'Zaloguj się ponownie',
  },
  begin: {
    title: 'Nowy wywiad',
    locality: 'Gdzie odbywa się wywiad?',
    anywhere: 'bez wskazania miejscowości',
    start: 'Rozpocznij wywiad',
    back: 'Wróć',
  },
  visit: {
    title: 'Wizyta bez wywiadu',
    lead: 'Nie zapisujemy adresów ani nazwisk.',
    outcome: 'Jak skończyła się wizyta?',
    day: 'Kiedy wrócić?',
    dayHint: 'Dzień powrotu',
    noDay: 'Proszę wybrać dzień powrotu, dzisiejszy albo późniejszy.',
    noOutcome: 'Proszę zaznaczyć, jak skończyła się wizyta.',
    save: 'Zapisz wizytę',
    saved: 'Wizyta zapisana.',
  },
  interview: {
    pause: 'Przerwij i wróć później',
    number: (number: number) => `Wywiad nr ${number}`,
    saved: 'Zapisano na tablecie',
    saving: 'Zapisuję…',
    failed:
      'Ostatnia odpowiedź nie jest zapisana: na tablecie nie ma miejsca. Proszę przerwać wywiad i zrobić miejsce. Wcześniejsze odpowiedzi są bezpieczne.',
    littleRoom: 'Na tablecie prawie nie ma miejsca. Następna odpowiedź może się nie zapisać.',
    elsewhere: 'Ten wywiad jest otwarty w innej karcie. Proszę dokończyć go tam.',
    giveUpTitle: 'Usunąć ten wywiad?',
    giveUpLead:
      'Odpowiedzi znikną z tabletu i nie będzie można ich odzyskać. Zostanie tylko zapis wizyty: wywiad przerwany.',
    giveUp: 'Usuń wywiad',
    keep: 'Nie, zostaw',
    finishing: 'Zapisuję wywiad…',
    finishedTitle: 'Wywiad jest zapisany na tablecie',
    finishedLead: 'Wyślemy go sami, gdy będzie połączenie z internetem. Tablet można już wyłączyć.',
    finishFailed:
      'Nie udało się zapisać zakończenia wywiadu: na tablecie nie ma miejsca. Odpowiedzi są bezpieczne. Proszę zrobić miejsce i spróbować ponownie.',
    again: 'Spróbuj ponownie',
    next: 'Następny wywiad',
    toList: 'Wróć do listy',
  },
  ledger: {
    title: 'Wysłane i czekające',
    waiting: 'Tylko na tym tablecie',
    nothingWaiting: 'Nic nie czeka: wszystkie wywiady są na serwerze.',
    mayBeThere: 'wysyłanie rozpoczęte, czeka na potwierdzenie',
    waits: 'czeka na wysłanie',
    correct: 'Popraw',
    retry: 'Spróbuj wysłać ponownie',
    held: 'Do wyjaśnienia z organizatorem',
    heldLead:
      'Tych wywiadów serwer nie przyjął. Są bezpieczne na tablecie. Proszę zapisać plik ratunkowy i przekazać go organizatorowi.',
    rescue: 'Zapisz plik ratunkowy',
    rescueLead:
      'Plik ratunkowy zawiera wszystkie wywiady, które są tylko na tym tablecie, zaszyfrowane. Otworzy go tylko organizator, na stronie ankiety. Wywiad wczytany z pliku i wysłany z tabletu liczy się raz.',
    rescued: 'jest w pliku ratunkowym',
    discard: 'Usuń z tabletu',
    discardTitle: 'Usunąć ten wywiad z tabletu?',
    discardLead:
      'Zostanie tylko w pliku ratunkowym. Proszę usuwać dopiero wtedy, gdy organizator potwierdzi, że go wczytał.',
    refusedVisits: 'Zapisy wizyt, których serwer nie przyjął',
    dropVisit: 'Usuń',
    sent: 'Na serwerze',
    nothingSent: 'Z tego tabletu nie wysłano jeszcze żadnego wywiadu.',
    number: 'Nr',
    survey: 'Ankieta',
    finishedOn: 'Zakończony',
    sentOn: 'Wysłany',
    receipt: 'Potwierdzenie',
    print: 'Drukuj listę',
    save: 'Zapisz listę',
    fileName: (day: string) => `wywiady-${day}.csv`,
    rescueName: (day: string) => `plik-ratunkowy-${day}.json`,
    back: 'Wróć',
  },
  broken: {
    title: 'Aplikacja nie może tu działać',
    noStorage:
      'Ta przeglądarka nie pozwala zapisywać danych na tablecie, na przykład dlatego, że okno jest prywatne. Proszę otworzyć aplikację w zwykłym oknie.',
    older:
      'Dane na tablecie są z nowszej wersji aplikacji. Nic nie zginęło. Proszę połączyć się z internetem i otworzyć aplikację ponownie.',
    damaged:
      'Nie udało się odczytać danych z tabletu. Zakończone wywiady można zapisać w pliku ratunkowym i przekazać organizatorowi.',
    reload: 'Otwórz ponownie',
  },
}
