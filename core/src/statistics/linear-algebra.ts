/** A dense matrix, row-major: element (i, j) is `values[i · columnCount + j]`. */
export interface Matrix {
  readonly rowCount: number
  readonly columnCount: number
  readonly values: Float64Array
}

/** A matrix of zeros. */
export function zeros(rowCount: number, columnCount: number): Matrix {
  return { rowCount, columnCount, values: new Float64Array(rowCount * columnCount) }
}

/** `A·B`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  const product = zeros(a.rowCount, b.columnCount)
  for (let i = 0; i < a.rowCount; i++)
    for (let k = 0; k < a.columnCount; k++) {
      const factor = a.values[i * a.columnCount + k]!
      if (factor === 0) continue
      for (let j = 0; j < b.columnCount; j++)
        product.values[i * b.columnCount + j]! += factor * b.values[k * b.columnCount + j]!
    }
  return product
}

/** `Aᵀ`. */
export function transpose(a: Matrix): Matrix {
  const turned = zeros(a.columnCount, a.rowCount)
  for (let i = 0; i < a.rowCount; i++)
    for (let j = 0; j < a.columnCount; j++)
      turned.values[j * a.rowCount + i] = a.values[i * a.columnCount + j]!
  return turned
}

/** A factored symmetric positive semidefinite matrix; columns that depend on earlier ones are left out. */
export interface Factor {
  /** Solves `A·x = b`; unknowns that were left out are 0. */
  readonly solve: (b: ArrayLike<number>) => Float64Array
  /** How many columns are independent. */
  readonly rank: number
}

/** A pivot below this share of its diagonal element means: depends on the columns before it. */
const DEPENDENT = 1e-11

/** Lower triangle of Cholesky after scaling to a unit diagonal, in place; tells which columns are independent. */
function choleskyInPlace(lower: Float64Array, size: number): Uint8Array {
  const isKept = new Uint8Array(size)
  for (let j = 0; j < size; j++) {
    let pivot = lower[j * size + j]!
    for (let k = 0; k < j; k++) pivot -= lower[j * size + k]! ** 2
    isKept[j] = pivot > DEPENDENT ? 1 : 0
    const root = isKept[j] ? Math.sqrt(pivot) : 0
    lower[j * size + j] = root
    for (let i = j + 1; i < size; i++) {
      let sum = lower[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      lower[i * size + j] = isKept[j] ? sum / root : 0
    }
  }
  return isKept
}

function substitute(lower: Float64Array, isKept: Uint8Array, unknowns: Float64Array): void {
  const size = unknowns.length
  for (let i = 0; i < size; i++) {
    let sum = unknowns[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * unknowns[k]!
    unknowns[i] = isKept[i] ? sum / lower[i * size + i]! : 0
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = unknowns[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * unknowns[k]!
    unknowns[i] = isKept[i] ? sum / lower[i * size + i]! : 0
  }
}

/**
 * Cholesky factor of a symmetric positive semidefinite matrix, scaled to a unit diagonal first (columns in
 * different units do not disturb each other).
 *
 * @see Golub and Van Loan (2013), Matrix Computations, §4.2
 */
export function factorise(a: Matrix): Factor {
  const size = a.rowCount
  const scale = Float64Array.from({ length: size }, (_, i) => {
    const diagonal = a.values[i * size + i]!
    return diagonal > 0 ? 1 / Math.sqrt(diagonal) : 0
  })
  const lower = a.values.map((value, at) => value * scale[Math.floor(at / size)]! * scale[at % size]!)
  const isKept = choleskyInPlace(lower, size)
  const solve = (b: ArrayLike<number>) => {
    const unknowns = Float64Array.from({ length: size }, (_, i) => b[i]! * scale[i]!)
    substitute(lower, isKept, unknowns)
    return unknowns.map((value, i) => value * scale[i]!)
  }
  return { solve, rank: isKept.reduce((sum, kept) => sum + kept, 0) }
}
