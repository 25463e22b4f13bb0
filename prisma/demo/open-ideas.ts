import type { Random } from './random.ts'
import type { Resident } from './resident.ts'

const CARE = [
  'Opiekunki, która przychodziłaby też w sobotę i niedzielę.',
  'Kogoś, kto zajrzy do starszej osoby rano i wieczorem.',
  'Żeby mama mogła zostać u siebie, a nie jechać do domu pomocy.',
  'Pielęgniarki, która przyjedzie do domu zmienić opatrunek.',
  'Dziennego domu dla seniorów z dowozem z wiosek.',
  'Opaski z przyciskiem dla osób, które mieszkają same.',
  'Rehabilitacji na miejscu, do miasta jest za daleko.',
  'Obiadów z dowozem, także dla sołectw.',
  'Miejsca, gdzie chory mąż mógłby zostać na kilka dni, gdy ja jadę do szpitala.',
]
const TRANSPORT = [
  'Autobusu do przychodni chociaż dwa razy w tygodniu.',
  'Dowozu do lekarza dla osób starszych.',
  'Busa na telefon, bo po południu nie ma czym wrócić.',
  'Połączenia z Kielcami wieczorem, po zajęciach.',
]
const FAMILY = [
  'Żłobka albo klubu dziecięcego.',
  'Psychologa dla dzieci, na którego nie czeka się pół roku.',
  'Świetlicy po lekcjach w naszej szkole.',
  'Miejsca dla młodzieży, żeby nie siedziała na przystanku.',
  'Zajęć dla dzieci w czasie ferii i wakacji.',
  'Grupy dla rodziców dzieci z niepełnosprawnością.',
]
const COMMUNITY = [
  'Świetlicy wiejskiej otwartej nie tylko w niedzielę.',
  'Jednego numeru telefonu, pod którym powiedzą, gdzie co załatwić.',
  'Ludzie mało o sobie wiedzą, brakuje spotkań sąsiedzkich.',
  'Informacji na papierze, nie wszyscy mają internet.',
  'Ławek po drodze do kościoła i sklepu.',
  'Złotej rączki do drobnych napraw u starszych osób.',
  'Klubu seniora w naszym sołectwie.',
]

/** One sentence about what is missing most, or `null`: two people in three leave an open question empty. */
export function drawOpenIdea(random: Random, resident: Resident): string | null {
  if (!random.chance(0.34)) return null
  if (resident.careNeed > 0.45 || resident.isCarer) return random.pick(random.chance(0.7) ? CARE : TRANSPORT)
  if (resident.hasChildren) return random.pick(random.chance(0.75) ? FAMILY : COMMUNITY)
  return random.pick(random.chance(0.5) ? COMMUNITY : random.chance(0.5) ? TRANSPORT : CARE)
}
