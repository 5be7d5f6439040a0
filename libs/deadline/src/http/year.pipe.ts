import { Injectable, type PipeTransform } from '@nestjs/common';
import { httpFault } from '@ducha/http';

/** A year of which days can be known: 1993 to 2199. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  /** @throws Fault `http.invalidRequest` */
  transform(value: string): number {
    const year = /^\d{4}$/.test(value) ? Number(value) : 0;
    if (year >= 1993 && year <= 2199) return year;
    throw httpFault('invalidRequest', {}, [
      { path: 'year', message: 'must be a year from 1993 to 2199', constraint: 'isYear' },
    ]);
  }
}

/** The number of a revision. */
@Injectable()
export class RevisionPipe implements PipeTransform<string, number> {
  /** @throws Fault `http.invalidRequest` */
  transform(value: string): number {
    if (/^\d{1,6}$/.test(value)) return Number(value);
    throw httpFault('invalidRequest', {}, [
      { path: 'revision', message: 'must be the number of a revision', constraint: 'isInt' },
    ]);
  }
}
