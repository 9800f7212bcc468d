// What nearly every test of the layers above the domain includes.
#include "precompiled.h"

#include "cmake/precompiled_network.h"

#include <QFile>
#include <QProcess>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
