// GDALBridge
