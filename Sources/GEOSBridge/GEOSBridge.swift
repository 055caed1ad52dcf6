// GEOSBridge
