/**
 * `System.Location` (Apex Reference Guide, "Location Class"): a latitude and a longitude. How the platform calculates distances isn't documented, so that those are refused,
 * as are fields that hold places.
 */
import type {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

class Location extends PlatformObject {
  override readonly typeName = 'System.Location';
  readonly latitude: ApexDouble;
  readonly longitude: ApexDouble;

  constructor(latitude: ApexDouble, longitude: ApexDouble) {
    super();
    this.latitude = latitude;
    this.longitude = longitude;
  }
}

function doubleOf(value: Decimal): ApexDouble {
  return new ApexDouble(Number(value.toPlainString()));
}

const latitude = (_rt: Runtime, self: Location) => self.latitude;
const longitude = (_rt: Runtime, self: Location) => self.longitude;

export const locationClass: ClassDefinition = defineClass('System.Location', {
  'newInstance(Decimal,Decimal)': (_rt: Runtime, north: Decimal | null, east: Decimal | null) =>
    new Location(doubleOf(required(north)), doubleOf(required(east))),
  'getLatitude()': latitude,
  'getLongitude()': longitude,
  'get latitude': latitude,
  'get longitude': longitude,
});
