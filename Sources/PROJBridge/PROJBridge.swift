// PROJBridge
