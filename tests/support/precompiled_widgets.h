// What nearly every test of the window includes.
#include "precompiled_network.h"

#include "cmake/precompiled_widgets.h"

#include <QAbstractItemView>
#include <QAbstractTableModel>
#include <QLineEdit>
#include <QTest>
