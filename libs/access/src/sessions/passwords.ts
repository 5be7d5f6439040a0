import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { accessFault } from '../access-faults.js';

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortest = 10;
const guessedFirst = new Set(['1234567890', '0123456789', 'password123', 'qwertyuiop', 'administrator', '12345678910']);

/** Password hashes by argon2id. */
@Injectable()
export class Passwords {
  private readonly nobody = hash('nobody has this password', cost);

  /** @throws Fault `access.weakPassword` */
  hash(password: string): Promise<string> {
    if ([...password].length < shortest || guessedFirst.has(password.toLowerCase()) || new Set(password).size < 4)
      throw accessFault('weakPassword', {}, [
        { path: 'password', message: `must have at least ${shortest} characters`, constraint: 'minLength' },
      ]);
    return hash(password, cost);
  }

  /** Takes the same time whether the account exists or not. */
  async matches(stored: string | null | undefined, password: string): Promise<boolean> {
    const known = typeof stored === 'string';
    const right = await verify(known ? stored : await this.nobody, password);
    return known && right;
  }
}
