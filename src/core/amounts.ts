/** Amounts as the aids write them. */

/** Dollars, with as many digits as are worth reading: cents for bills, more for the price of an hour. */
export function dollars(amount: number, digits = 2): string {
  return amount.toLocaleString('en-US', {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** A share in whole percent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A number of things. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

/** The month of a day: `September 2026`. */
export function monthOf(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-US', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
