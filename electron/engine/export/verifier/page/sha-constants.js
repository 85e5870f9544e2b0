/**
 * The constants of SHA-2, worked out from their definition (FIPS 180-4, sections 4.2.2, 4.2.3, 5.3.3 and 5.3.5):
 * the first bits of the fractional parts of the roots of the first prime numbers.
 */

/** @param {number} count */
function firstPrimes(count) {
  /** @type {number[]} */
  const primes = [];
  for (let number = 2; primes.length < count; number += 1) if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}

/**
 * The greatest whole number whose `power`-th power is not above `value`.
 * @param {bigint} value @param {bigint} power
 */
function wholeRoot(value, power) {
  let [low, high] = [0n, 1n << (BigInt(value.toString(2).length) / power + 1n)];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** power <= value) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The first `bits` bits after the point of the square (2) or cube (3) roots of the first `count` primes.
 * @param {number} count @param {2 | 3} power @param {number} bits
 */
export function rootFractions(count, power, bits) {
  const [shift, degree] = [BigInt(bits), BigInt(power)];
  return firstPrimes(count).map((prime) => wholeRoot(BigInt(prime) << (shift * degree), degree) & ((1n << shift) - 1n));
}
