// SQLiteBridge
