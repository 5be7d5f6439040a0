import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { faultCatalogue } from '@ducha/kernel';

/** The OpenAPI 3.1 document of everything this program answers. */
export function apiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Ducha')
    .setDescription('The supervision engine of a county: tasks assigned, signed for, answered, verified; one record.')
    .setVersion('1')
    .addCookieAuth('ducha')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}.${method}`,
  });
  putInOrder(document);
  const faults = [...faultCatalogue()].map(([code, { status, title }]) => ({ code, status, title }));
  return Object.assign(document, { 'x-faults': faults.sort((a, b) => a.code.localeCompare(b.code)) });
}

/** Words of unions and schemas come in the order in which compiler and framework met them, which differs between builds. */
function putInOrder({ components, paths }: OpenAPIObject): void {
  const schemas = Object.entries(components?.schemas ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  if (components) components.schemas = Object.fromEntries(schemas);
  sortEnums([components, paths]);
}

function sortEnums(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  if ('enum' in node && Array.isArray(node.enum)) node.enum.sort();
  Object.values(node).forEach(sortEnums);
}

/** Serves the document at `/api/openapi.json` and a page to read it at `/api/docs`. */
export function describeApi(app: INestApplication): void {
  SwaggerModule.setup('api/docs', app, () => apiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Ducha API',
  });
}
