create database registry;
create database customer;
create database campaign;
