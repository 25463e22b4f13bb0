import { DomainError } from '../errors.ts'

/** Wrong e-mail or password, or too many tries; it never says which of the first two. */
export class SignInRefusedError extends DomainError {
  override readonly name = 'SignInRefusedError'
  readonly code = 'SIGN_IN_REFUSED'

  /** @param retryAfterSeconds - null when the e-mail or the password is wrong */
  constructor(retryAfterSeconds: number | null = null) {
    super(
      retryAfterSeconds === null
        ? 'Adres e-mail lub hasło są nieprawidłowe. Proszę sprawdzić, czy nie jest włączony klawisz Caps Lock.'
        : `Zbyt wiele prób logowania. ${tryAgain(retryAfterSeconds)}`,
    )
  }
}

/** The code of the first start is wrong, or was tried too often. */
export class SetupCodeWrongError extends DomainError {
  override readonly name = 'SetupCodeWrongError'
  readonly code = 'SETUP_CODE_WRONG'

  /** @param retryAfterSeconds - null when the code is wrong */
  constructor(retryAfterSeconds: number | null = null) {
    super(
      retryAfterSeconds === null
        ? 'To nie jest kod z okna terminala, w którym uruchomiono program. Proszę przepisać go stamtąd.'
        : `Zbyt wiele prób podania kodu. ${tryAgain(retryAfterSeconds)}`,
    )
  }
}

/** Another account already has this e-mail address. */
export class EmailTakenError extends DomainError {
  override readonly name = 'EmailTakenError'
  readonly code = 'EMAIL_TAKEN'
  constructor() {
    super('Konto z tym adresem e-mail już istnieje. Proszę podać inny adres.')
  }
}

/** Nobody could manage the platform any more. */
export class LastAdministratorError extends DomainError {
  override readonly name = 'LastAdministratorError'
  readonly code = 'LAST_ADMINISTRATOR'
  constructor() {
    super(
      'To jedyne czynne konto administratora, więc nie można go wyłączyć. Najpierw proszę dodać innego administratora.',
    )
  }
}

function tryAgain(seconds: number): string {
  return `Proszę spróbować ponownie za ${Math.max(1, Math.ceil(seconds / 60))} min.`
}
