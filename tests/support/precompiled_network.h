// What nearly every test of the layers above the domain includes.
#include "cmake/precompiled_network.h"
#include "precompiled.h"

#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
