import pg from 'pg'

const NAME = 'rozeznanie'

async function exists(admin: pg.Client, question: string): Promise<boolean> {
  return (await admin.query(question, [NAME])).rowCount === 1
}

/**
 * Makes the application's database and its role in an embedded cluster, when they are missing. The application works as
 * the owner of its own database, not as the administrator of the cluster, who could reach files of the machine.
 *
 * @returns the address for the application
 */
export async function prepareApplicationDatabase(adminUrl: string): Promise<string> {
  const url = new URL(adminUrl)
  const { password } = url
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    if (!(await exists(admin, 'SELECT FROM pg_roles WHERE rolname = $1'))) {
      await admin.query(`CREATE ROLE ${NAME} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
    }
    if (!(await exists(admin, 'SELECT FROM pg_database WHERE datname = $1'))) {
      await admin.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`)
    }
  } finally {
    await admin.end()
  }
  url.username = NAME
  url.pathname = `/${NAME}`
  return url.href
}
