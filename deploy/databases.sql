create database registry;
create database customer;
create database scoring;
create database lifecycle;
create database campaign;
