"""Places to be drawn, all over the Earth."""

from importlib.resources import files

from gapmark.map.projection import MapPlace

ATLAS = files("gapmark").joinpath("defaults/atlas/atlas.txt").read_bytes()

SAFIRA = MapPlace("Safira", 36.06, 37.37)
ALEPPO = MapPlace("Aleppo", 36.20, 37.16)
DAMASCUS = MapPlace("Damascus", 33.51, 36.29)

PLACES = {
    "Safira": (SAFIRA, ALEPPO, DAMASCUS),
    "Svalbard": (MapPlace("Longyearbyen", 78.22, 15.65), MapPlace("Ny-Ålesund", 78.92, 11.93)),
    "South Pole": (MapPlace("Amundsen–Scott", -90, 0),),
    "North Pole": (MapPlace("Pole", 90, 0), MapPlace("Murmansk", 68.97, 33.08)),
    "date line": (MapPlace("Suva", -18.14, 178.44), MapPlace("Taveuni", -16.85, -179.97), MapPlace("East", -17, -179)),
    "River Plate": (MapPlace("Montevideo", -34.9, -56.19), MapPlace("Buenos Aires", -34.6, -58.38)),
    "a kilometre apart": (MapPlace("Hougoumont", 50.6706, 4.3946), MapPlace("La Haye Sainte", 50.6781, 4.4023)),
    "5,000 km apart": (MapPlace("London", 51.5, -0.12), MapPlace("Tehran", 35.7, 51.4)),
    "Falklands War": (MapPlace("Port Stanley", -51.7, -57.85), MapPlace("London", 51.5, -0.12)),
    "round the world": (MapPlace("Tokyo", 35.7, 139.7), MapPlace("Buenos Aires", -34.6, -58.4)),
    "opposite": (MapPlace("A", 40, -4), MapPlace("B", -40, 176)),
    "sea": (MapPlace("Point Nemo", -48.88, -123.39),),
    "same spot": (SAFIRA, MapPlace("Castle", 36.06, 37.37)),
}
