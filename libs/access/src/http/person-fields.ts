import { applyDecorators } from '@nestjs/common';
import { IsString, Length, Matches } from 'class-validator';

/** An account name. */
export const IsLogin = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    Length(2, 60),
    Matches(/^[\p{L}\p{N}._@-]+$/u, { message: 'holds letters, digits and . _ @ - only' }),
  );

/** A telephone number. */
export const IsPhone = (): PropertyDecorator =>
  applyDecorators(IsString(), Matches(/^\+?[0-9][0-9 -]{4,19}$/, { message: 'is no telephone number' }));
