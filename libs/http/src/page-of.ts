import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Tells the API description that a route answers one page of `view`s; generics leave no trace at run time. */
export function PageOf(view: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(view),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items', 'next'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(view) } },
          next: { oneOf: [{ type: 'string' }, { type: 'null' }] },
        },
      },
    }),
  );
}
