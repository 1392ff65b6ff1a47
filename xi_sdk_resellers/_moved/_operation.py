"""Where 1.0.0 had these names; its pickles still ask for them here."""

from xi_sdk_resellers._values.drift import Drift as Drift
from xi_sdk_resellers._values.missing import MISSING as MISSING
