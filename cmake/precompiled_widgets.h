#pragma once

// What nearly every file of the window includes.
#include "cmake/precompiled_network.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QWidget>
