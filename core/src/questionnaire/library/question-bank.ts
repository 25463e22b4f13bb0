import type { QuestionBank } from './bank-model.ts'
import car from './bank/car.json' with { type: 'json' }
import dem from './bank/dem.json' with { type: 'json' }
import fam from './bank/fam.json' with { type: 'json' }
import fc from './bank/fc.json' with { type: 'json' }
import help from './bank/help.json' with { type: 'json' }
import lists from './bank/lists.json' with { type: 'json' }
import live from './bank/live.json' with { type: 'json' }
import mh from './bank/mh.json' with { type: 'json' }
import ozn from './bank/ozn.json' with { type: 'json' }
import posl from './bank/posl.json' with { type: 'json' }
import prob from './bank/prob.json' with { type: 'json' }
import prv from './bank/prv.json' with { type: 'json' }
import sen from './bank/sen.json' with { type: 'json' }
import serv from './bank/serv.json' with { type: 'json' }
import stf from './bank/stf.json' with { type: 'json' }
import stk from './bank/stk.json' with { type: 'json' }
import you from './bank/you.json' with { type: 'json' }
import { parseBank } from './parse-bank.ts'

/** Every shared question, once: the same key means the same wording, options and order in all questionnaires. */
export const questionBank: QuestionBank = parseBank(
  [dem, live, prob, serv, help, sen, fam, fc, prv, stk, stf, car, ozn, mh, you, posl],
  lists,
)
