/** Answers that can hardly be true together, told by an expression that holds for them. */
export interface ConsistencyCheck {
  readonly expression: string
  readonly message: string
}

/**
 * Checks between questions of the bank, whose keys and codes never change their meaning; each is made where a
 * questionnaire has all of its questions. What must hold without exception is a constraint of the question instead.
 */
export const CONSISTENCY_CHECKS: readonly ConsistencyCheck[] = [
  {
    expression: `dem_hh = 'ALONE' and dem_children in ['0_2', '3_6', '7_12', '13_17']`,
    message: 'Odpowiedziano „mieszkam sam/sama”, a zaznaczono dzieci w gospodarstwie domowym.',
  },
  {
    expression: `dem_hh = 'ALONE' and dem_carer = 'LIVES_WITH_ME'`,
    message: 'Odpowiedziano „mieszkam sam/sama”, a osoba pod opieką ma mieszkać razem.',
  },
  {
    expression: `dem_hh = 'ALONE' and dem_dis.household in ['MILD', 'MODERATE', 'SEVERE', 'CHILD', 'NO_CERTIFICATE']`,
    message: 'Odpowiedziano „mieszkam sam/sama”, a zaznaczono niepełnosprawność innej osoby w gospodarstwie.',
  },
  {
    expression: `dem_age in ['18_24', '25_34'] and dem_work contains 'RETIRED'`,
    message: 'Wiek poniżej 35 lat, a zaznaczono emeryturę.',
  },
  {
    expression: `dem_age in ['75_79', '80_84', '85_PLUS'] and dem_children contains '0_2' and dem_hh in ['ALONE', 'PARTNER']`,
    message: 'Wiek powyżej 75 lat i mieszkanie samemu lub we dwoje, a zaznaczono dziecko do 2 lat.',
  },
  {
    expression: `sen_help_enough = 'NOT_NEEDED' and (sen_adl.bath = '4' or sen_adl.dress = '4' or sen_adl.move_home = '4')`,
    message:
      'Odpowiedziano „nie potrzebuję pomocy”, a podstawowych czynności nie da się wykonać samodzielnie.',
  },
  {
    expression: `sen_helper contains 'NOBODY' and sen_help_enough = 'YES'`,
    message: 'Odpowiedziano, że nikt nie pomaga, a zarazem że pomoc wystarcza.',
  },
]
