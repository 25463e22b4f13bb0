/**
 * What people choose when a password is asked of them, Polish and English, without the digits and signs around it.
 * Chosen for this project; sorted by theme.
 */
export const COMMON_PASSWORD_WORDS: ReadonlySet<string> = new Set(
  `
  haslo hasło password passwort passw0rd p@ssw0rd qwerty qwertyuiop qwerty123 qwertz asdfgh asdfghjkl
  zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e4r 1q2w3e4r5t 1qaz2wsx zaq12wsx zaq1xsw2 zaq123wsx qwe123 qweasd
  qweasdzxc abc abcd abcdef abcdefgh abcdefghijkl abc123 abcd1234 a1b2c3d4 admin administrator
  administracja root user uzytkownik użytkownik test testowe tester demo login logowanie letmein welcome
  witaj witamy iloveyou kochamcie kocham kochanie monika marcin mateusz michal michał kasia basia asia ania
  agnieszka aneta anna adrian adam andrzej artur bartek bartosz beata damian daniel dariusz dawid dominik
  dominika dorota ewa ewelina grzegorz iwona izabela jacek jakub jan janusz jaroslaw jarosław joanna
  jolanta justyna kamil kamila karol karolina katarzyna krzysztof krzysiek kuba lukasz łukasz magda
  magdalena malgorzata małgorzata marcelina marek maria mariusz marta martyna maciej maciek natalia oliwia
  patryk patrycja paulina pawel paweł piotr piotrek przemek przemyslaw rafal rafał robert ryszard sebastian
  slawek stanislaw sylwia szymon tomasz tomek urszula wiktoria wojtek wojciech zbigniew zosia zofia zuzanna
  misiek misiaczek myszka kotek piesek slonko słonko słoneczko sloneczko kwiatek kwiatuszek aniolek aniołek
  motylek dupa dupadupa kurwa kurwamac chuj cholera polska polska1 polskapolska kielce warszawa krakow
  kraków wroclaw wrocław poznan poznań gdansk gdańsk lodz łódź lublin katowice rzeszow rzeszów radom legia
  lechpoznan wislakrakow wisla wisła koronakielce korona ruchchorzow widzew lech pilka piłka pilkanozna
  piłkanożna barcelona realmadryt realmadrid juventus chelsea liverpool arsenal manchester manutd football
  baseball basketball hockey soccer samsung nokia iphone android google facebook instagram youtube
  microsoft windows linux internet komputer laptop telefon minecraft pokemon naruto dragon superman batman
  spiderman starwars master shadow hunter killer ninja matrix phoenix mustang ferrari porsche mercedes audi
  bmw volkswagen golf toyota honda yamaha suzuki kawasaki harley sunshine princess flower butterfly angel
  freedom whatever trustno1 secret sekret tajne tajnehaslo tajnehasło mojehaslo mojehasło trudnehaslo
  trudnehasło dobrehaslo dobrehasło nowehaslo nowehasło latwehaslo łatwehasło bezhasla bezhasła niepamietam
  niepamiętam zapomnialem zapomniałem niewiem zmienmnie zmieńmnie changeme default guest gosc gość serwer
  server system database baza sekretariat sekretarz biuro urzad urząd urzadgminy urządgminy urzadmiasta
  urządmiasta gmina starostwo powiat wojewodztwo województwo pomocspoleczna pomocspołeczna opieka gops mops
  mgops cus ops pcpr rops swietokrzyskie świętokrzyskie rozeznanie ankieta ankiety diagnoza
  centrumuslugspolecznych centrumusługspołecznych styczen styczeń luty marzec kwiecien kwiecień maj
  czerwiec lipiec sierpien sierpień wrzesien wrzesień pazdziernik październik listopad grudzien grudzień
  poniedzialek poniedziałek wtorek sroda środa czwartek piatek piątek sobota niedziela wiosna lato jesien
  jesień zima wakacje bozenarodzenie bożenarodzenie wielkanoc jezus jezuschrystus maryja bogjestmiloscia
  janpawel janpawelii papiez papież matkaboska niepodleglosc correcthorsebatterystaple thisisapassword
  mypassword passwordpassword iloveyouforever qwertyqwerty adminadmin haslohaslo hasłohasło
  `
    .trim()
    .split(/\s+/),
)
